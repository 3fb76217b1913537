import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  // Generous: a small machine that does other work besides takes several times as long. Nothing here measures time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A person looks twice as well; what fails at times is still listed as flaky.
  retries: process.env.CI ? 2 : 0,
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  outputDir: '.output/test-results',
});
