import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { startOracle } from "./oracle";

const view = new EditorView(document.querySelector("#root"), { state: EditorState.create({ schema }) });
startOracle({
  focus: () => view.focus(),
});
