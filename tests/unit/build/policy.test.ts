import { describe, expect, it } from 'vitest';
import { PAGES_POLICY } from '@/lib/build/policy';
import { HYPOTHESIS } from '@/lib/notebook/send/hypothesis';
import { ZOTERO } from '@/lib/notebook/send/zotero';

const directives = new Map(PAGES_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));

describe('the policy of the extension’s pages', () => {
  it('lets them speak to where clips are sent, and nowhere else', () => {
    expect(directives.get('connect-src')).toEqual(["'self'", new URL(ZOTERO).origin, new URL(HYPOTHESIS).origin]);
  });

  it('allows nothing that is not named, and no code or style out of text', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(PAGES_POLICY).not.toMatch(/unsafe|\*|data:|blob:/);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  });
});
