import { visit } from "@hotwired/turbo";
import { startOracle } from "./oracle";

const loaded = () => new Promise((resolve) => addEventListener("turbo:load", resolve, { once: true }));
startOracle({
  async visit() {
    const arrival = loaded();
    visit("/frameworks/turbo-next");
    await arrival;
  },
  async back() {
    const arrival = loaded();
    history.back();
    await arrival;
  },
});
