import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CRIER_CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser to take pictures with (`apt-get install chromium`, or CRIER_CHROMIUM names another). */
export const hasBrowser = existsSync(CHROMIUM);

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

export type Sheet = {
  /** In CSS pixels; the height is what the content takes. */
  readonly width: number;
  readonly dark?: boolean;
};

/** A page in sharp (1.5×) pixels that cannot reach the network. */
export async function openPage(browser: Browser, { width, dark }: Sheet): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 100 },
    deviceScaleFactor: 1.5,
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.route(/^https?:/, (route) => route.abort());
  return page;
}
