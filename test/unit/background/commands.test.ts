import { expect, it } from "vitest";
import { createCommands } from "../../../src/background/commands";
import type { AskPage } from "../../../src/platform/ask-page";
import type { Command } from "../../../src/platform/commands";

const MENTION = { ticker: "BABA", name: "Alibaba", surface: "BABA", evidence: "bare" };
const NAMES_ONE = { title: "", mentions: [MENTION] };
const NAMES_NONE = { title: "", mentions: [] };

/** The frame that a command is passed on to, where the frame with the focus answers so what it mentions. */
async function frameAsked(command: Command, focused: number, mentions: object | null): Promise<number | null> {
  const asked: (number | null)[] = [];
  const askPage = async (_: number, frame: number | null, request: string) => {
    if (request !== "list-mentions") asked.push(frame);
    return frame === focused ? mentions : null;
  };
  await createCommands({ askPage: askPage as AskPage, focusedFrame: async () => focused })(command, 1);
  expect(asked).toHaveLength(1);
  return asked[0] ?? null;
}

it.each([
  ["the frame with the focus, where companies are mentioned", 7, NAMES_ONE, 7],
  ["the top frame, where the one with the focus mentions none", 7, NAMES_NONE, 0],
  ["the top frame, where the one with the focus is not read", 7, null, 0],
  ["the top frame, if that has the focus, whatever it mentions", 0, NAMES_NONE, 0],
])("a command is for %s", async (_, focused, mentions, expected) => {
  expect(await frameAsked("next-mention", focused, mentions)).toBe(expected);
});

it("all frames are told to close the card", async () => {
  expect(await frameAsked("close-card", 7, NAMES_ONE)).toBeNull();
});
