import { describe, expect, it } from 'vitest';
import { type Loaded, verdictOf } from '@/lib/commands/bench/compare';

const loaded = (html: string, more: Partial<Loaded> = {}): Loaded => ({ html, marks: 0, said: [], ours: [], ...more });

describe('whose a difference between loads of a page is', () => {
  it('is nobody’s when one load without is as one with, clocks aside', () => {
    expect(verdictOf([loaded('<p>at 12:01</p>')], [loaded('<p>at 12:59</p>')])).toMatchObject({ dom: 'same', console: 'same', isOurs: false });
  });

  it('is ours when the page is always the same without us, and other with us', () => {
    const verdict = verdictOf([loaded('<p>a</p>'), loaded('<p>a</p>')], [loaded('<p>a<b></b></p>'), loaded('<p>a<b></b></p>')]);
    expect(verdict).toMatchObject({ dom: 'ours', isOurs: true });
    expect(verdict.detail[0]).toBe('without: </p>\nwith: <b>');
  });

  it('is nobody’s when the page differs from itself without us too', () => {
    expect(verdictOf([loaded('<i>a</i>'), loaded('<i>b</i>')], [loaded('<i>c</i>'), loaded('<i>d</i>')])).toMatchObject({ dom: 'varies', isOurs: false });
  });

  it('is ours when our name or address is in the DOM, however the page varies', () => {
    const without = [loaded('<i>a</i>'), loaded('<i>b</i>')];
    expect(verdictOf(without, [loaded('<i class="attache-card">c</i>'), loaded('<i>d</i>')])).toMatchObject({ dom: 'ours', isOurs: true });
    expect(verdictOf(without, [loaded('<img src="chrome-extension://abc/x.png">'), loaded('<i>d</i>')])).toMatchObject({ dom: 'ours', isOurs: true });
  });

  it('is ours when the console says in every load with us what it never says without, or the other way', () => {
    const quiet = loaded('');
    const loud = loaded('', { said: ['error: no 7'] });
    expect(verdictOf([quiet, quiet], [loud, loud])).toMatchObject({ console: 'ours', isOurs: true, detail: ['only with: error: no 0'] });
    expect(verdictOf([loud, loud], [quiet, quiet])).toMatchObject({ console: 'ours', isOurs: true, detail: ['only without: error: no 0'] });
    expect(verdictOf([quiet, loud], [quiet, loud])).toMatchObject({ console: 'same', isOurs: false });
    expect(verdictOf([quiet, quiet], [loud, quiet])).toMatchObject({ console: 'same', isOurs: false });
  });

  it('is ours when something of ours throws, though the page is the same', () => {
    expect(verdictOf([loaded('')], [loaded('', { ours: ['TypeError: x'] })])).toMatchObject({ dom: 'same', isOurs: true, ours: ['TypeError: x'] });
  });
});
