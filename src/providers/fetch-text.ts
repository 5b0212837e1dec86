/** What came back from a provider's host, before anyone has read meaning into it. */
export type TextReply =
  | { readonly kind: "reply"; readonly status: number; readonly body: string; readonly retryAfterMs: number | null }
  /** The network could not be reached. */
  | { readonly kind: "offline" }
  /** No complete reply within the time limit. */
  | { readonly kind: "timeout" }
  /** The reply is larger than the cap. */
  | { readonly kind: "too-large" }
  /** The address, or one it redirected to, is not on the provider's host list. */
  | { readonly kind: "foreign-host"; readonly host: string }
  | { readonly kind: "aborted" };

export interface TextRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Exact hosts allowed, redirects included. */
  readonly hosts: readonly string[];
  readonly signal: AbortSignal;
}

/** Fetches text; resolves always, never rejects. */
export type FetchText = (request: TextRequest) => Promise<TextReply>;
