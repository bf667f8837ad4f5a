import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes ten seconds and more, longest first. A file that is missing here costs a few seconds at the end of a run. */
const long = [
  'test/scenarios/sources/two-roads.test.ts',
  'test/scenarios/running/import-processes.test.ts',
  'test/scenarios/issues/model/model.test.ts',
  'test/scenarios/running/demo.test.ts',
  'test/scenarios/messages/second-copy.test.ts',
  'test/scenarios/approvals/walk.test.ts',
  'src/features/orders/booking/book.test.ts',
  'prisma/seed/year.test.ts',
  'test/scenarios/issues/walk.test.ts',
  'test/scenarios/running/stop.test.ts',
  'src/slack/receiver/socket.test.ts',
];

/**
 * Vitest begins with what took longest the last time; a machine without a last time goes by the size of the files, and
 * one worker may then sit over the longest when the other has finished.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = long.indexOf(relative(this.ctx.config.root, moduleId));
      return { project: project.name, place: place === -1 ? long.length : place };
    };
    // Vitest has put each project's files together; only inside one do they change places.
    return sorted
      .map((file) => ({ file, ...rank(file) }))
      .sort((a, b) => (a.project === b.project ? a.place - b.place : 0))
      .map(({ file }) => file);
  }
}
