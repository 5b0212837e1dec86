import { createApp, nextTick, reactive } from "vue/dist/vue.esm-bundler.js";
import { startOracle } from "./oracle";

const state = reactive({ route: "home", name: "Nvidia", above: [], isShown: true });
createApp({
  setup: () => ({ state }),
  template: `
    <main v-if="state.route === 'home'">
      <p v-for="line of state.above" :key="line">{{ line }}</p>
      <p v-show="state.isShown" id="line">{{ state.name }} shares fell hard.</p>
    </main>
    <main v-else><p>Netflix shares are told of on this page.</p></main>`,
}).mount("#root");

const set = (change) => async () => {
  Object.assign(state, change);
  await nextTick();
};
startOracle({
  replace: set({ name: "Walmart" }),
  hide: set({ isShown: false }),
  insert: set({ above: ["A line of nothing at all.", "And another one."] }),
  leave: set({ route: "other" }),
});
