/** The page script’s own world in a page that is open, which the page’s scripts cannot see: what it holds can be asked for. */
import type { BrowserContext, Page } from '@playwright/test';

/** Gives what an expression is worth in the world of the extension `id`, in the page’s top frame. Throws when the page has no page script. */
export async function pageScriptOf(context: BrowserContext, page: Page, id: string): Promise<<R>(expression: string) => Promise<R>> {
  const session = await context.newCDPSession(page);
  const worlds: { id: number; origin: string; auxData?: { frameId?: string } }[] = [];
  session.on('Runtime.executionContextCreated', (event) => worlds.push(event.context as (typeof worlds)[number]));
  await session.send('Runtime.enable');
  return async <R>(expression: string): Promise<R> => {
    const frame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    const world = worlds.find((w) => w.origin.includes(id) && w.auxData?.frameId === frame);
    if (!world) throw new Error('the page has no page script');
    const result = await session.send('Runtime.evaluate', { contextId: world.id, expression, awaitPromise: true, returnByValue: true });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.exception?.description ?? result.exceptionDetails.text);
    return result.result.value as R;
  };
}
