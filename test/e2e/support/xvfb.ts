import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A screen that nobody sees: browser prompts are drawn on it, and keys can be pressed. */
export interface Screen {
  readonly display: string;
  /** Presses keys, in order, in whatever has the focus; names as xdotool knows them. */
  press(...keys: string[]): Promise<void>;
  /** Types a text into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Clicks with the mouse's right button, in pixels from the screen's upper left corner. */
  rightClick(x: number, y: number): Promise<void>;
  stop(): void;
}

/** Starts a virtual screen on a free display. */
export async function startScreen(): Promise<Screen> {
  // Descriptor 3 is where Xvfb writes the number of the display it found free.
  const server: ChildProcess = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once("data", (data: Buffer) => resolve(`:${data.toString().trim()}`));
  });
  const env = { ...process.env, DISPLAY: display };
  return {
    display,
    async press(...keys) {
      for (const key of keys) await run("xdotool", ["key", "--clearmodifiers", key], { env });
    },
    async type(text) {
      await run("xdotool", ["type", "--delay", "20", text], { env });
    },
    async rightClick(x, y) {
      await run("xdotool", ["mousemove", `${Math.round(x)}`, `${Math.round(y)}`, "click", "3"], { env });
    },
    stop: () => void server.kill(),
  };
}
