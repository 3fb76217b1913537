/** Why two are connected, in words. */
import type { Reason } from '@/lib/panel/connections';
import { language, say, sayCount } from '../words';

export function sayReason(reason: Reason): string {
  switch (reason.kind) {
    case 'paragraph':
      return sayCount('panel.together', reason.times);
    case 'direct':
      return say(`panel.direct.${reason.as}`);
    case 'shared': {
      const names = reason.names.join(', ');
      return say(`panel.shared.${reason.what}`, reason.more > 0 ? `${names} ${say('panel.andMore', reason.more.toLocaleString(language()))}` : names);
    }
  }
}
