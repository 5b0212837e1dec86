import type { Listing } from "../../domain/listing";
import { type DirectoryImage, isDirectoryImage, makeImage, type OpenDirectory, openImage } from "./directory-image";

/** Where the directory's image is kept for one version of the extension. `read` rejects if none is kept. */
export interface ImageStore {
  readonly read: () => Promise<unknown>;
  readonly write: (image: DirectoryImage) => Promise<void>;
}

/** Opens the directory once for all who ask. */
export interface DirectoryOpening {
  /** The directory, opened once. After a failure, the next call tries again. */
  readonly open: () => Promise<OpenDirectory>;
  /** Makes the image again and opens that. */
  readonly openAnew: () => Promise<OpenDirectory>;
}

/**
 * Opens the directory from its kept image. If there is none, makes it from the listings of the starter and of the full
 * directory.
 */
export function createDirectoryOpening(deps: {
  readonly image: ImageStore;
  readonly starter: () => Promise<readonly Listing[]>;
  readonly fullListings: () => Promise<readonly Listing[]>;
}): DirectoryOpening {
  let opened: Promise<OpenDirectory> | null = null;

  const make = async (): Promise<OpenDirectory> => {
    const made = makeImage(await deps.starter(), await deps.fullListings());
    try {
      await deps.image.write(made);
    } catch (error) {
      console.debug("Sidequote: the directory must be made again next time", error);
    }
    return openImage(made);
  };
  const openKept = async (): Promise<OpenDirectory> => {
    const image = await readImage(deps.image);
    return image ? openImage(image) : make();
  };
  const keepOpen = (opening: Promise<OpenDirectory>): Promise<OpenDirectory> => {
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = null;
    });
    return opening;
  };
  return {
    open: () => opened ?? keepOpen(openKept()),
    openAnew: () => keepOpen(make()),
  };
}

async function readImage(image: ImageStore): Promise<DirectoryImage | null> {
  try {
    const kept = await image.read();
    return isDirectoryImage(kept) ? kept : null;
  } catch (error) {
    console.debug("Sidequote: the directory's image cannot be read", error);
    return null;
  }
}
