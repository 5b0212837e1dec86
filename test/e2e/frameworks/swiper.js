import Swiper from "swiper";
import { startOracle } from "./oracle";

const swiper = new Swiper("#root", { speed: 150 });
startOracle({
  async slide() {
    const arrival = new Promise((resolve) => swiper.once("slideChangeTransitionEnd", resolve));
    swiper.slideNext();
    await arrival;
  },
});
