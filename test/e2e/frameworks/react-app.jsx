/** @jsxImportSource react */
import { Suspense, use, useState } from "react";

/** What the outside calls once the page is there. */
export const controls = {};

const QUOTES = ["Nvidia", "Walmart", "Microsoft"];
const LATER = new Promise((resolve) => {
  controls.deliver = () => resolve("Late news: Boeing delivered more planes.");
});

function Late() {
  return <p>{use(LATER)}</p>;
}

/** A feed of news: a keyed list, a table by place, a route and a part that is awaited. */
export function Feed() {
  const [names, setNames] = useState(QUOTES);
  const [first, setFirst] = useState("Nvidia");
  const [route, setRoute] = useState("home");
  const [isAwaiting, setAwaiting] = useState(false);
  Object.assign(controls, { setNames, setFirst, setRoute, setAwaiting });
  if (route !== "home") return <p>Shares of {route} rose.</p>;
  return (
    <Suspense fallback={<p>Loading</p>}>
      <p id="by-place">{`${first} shares fell hard.`}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>Shares of {name} moved.</li>
        ))}
      </ul>
      {isAwaiting && <Late />}
    </Suspense>
  );
}
