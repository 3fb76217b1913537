/** `npm run schema`: JSON Schemas of the data files, made from the zod schema, so that an editor completes and checks the YAML. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { FILES } from '../dataset/schema';

const OUT = '.output/schema';
fs.mkdirSync(OUT, { recursive: true });
for (const [name, schema] of Object.entries(FILES)) {
  const file = path.join(OUT, `${name.replace('.yaml', '')}.schema.json`);
  fs.writeFileSync(file, JSON.stringify(z.toJSONSchema(z.array(schema as z.ZodType), { io: 'input' }), null, 2));
  console.log(file);
}
