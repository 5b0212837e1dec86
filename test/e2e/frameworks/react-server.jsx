/** @jsxImportSource react */
import { renderToString } from "react-dom/server";
import { Feed } from "./react-app";

/** The feed as a server sends it, to be hydrated. */
export function feedMarkup() {
  return renderToString(<Feed />);
}
