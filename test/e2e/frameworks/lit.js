import { css, html, LitElement } from "lit";
import { startOracle } from "./oracle";

class StockLine extends LitElement {
  static properties = { company: {} };
  static styles = css`:host { display: block } p { margin: 20px 0 }`;

  render() {
    return html`<p>Shares of ${this.company} moved, as told in a component.</p>`;
  }
}
customElements.define("stock-line", StockLine);

const line = document.createElement("stock-line");
line.company = "Nvidia";
document.querySelector("#root").append(line);
startOracle({
  async replace() {
    line.company = "Walmart";
    await line.updateComplete;
  },
  remove: () => line.remove(),
});
