import type { ComponentType } from 'preact';
import type { Json } from '../../state/types.ts';
import { ErrorBoundary } from '../ui/boundary.tsx';
import { Actions, Context, Divider, Header, Image, Section } from './basic.tsx';
import { Card, Carousel } from './card.tsx';
import { Chart } from './chart/chart.tsx';
import { Container } from './container.tsx';
import { DataTable } from './data-table.tsx';
import { Input } from './input.tsx';
import { Markdown } from './markdown.tsx';
import { Alert, FileBlock, Video } from './media.tsx';
import { RichText } from './rich-text.tsx';
import { type Surface, SurfaceContext } from './surface.ts';
import { Table } from './table.tsx';
import { Plan, TaskCard } from './task.tsx';
import { UnknownBlock } from './unknown.tsx';

export type { Entered } from './surface.ts';

const DRAWN: Record<string, ComponentType<{ block: Json }>> = {
  actions: Actions,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  context: Context,
  context_actions: Actions,
  data_table: DataTable,
  data_visualization: Chart,
  divider: Divider,
  file: FileBlock,
  header: Header,
  image: Image,
  input: Input,
  markdown: Markdown,
  plan: Plan,
  rich_text: RichText,
  section: Section,
  table: Table,
  task_card: TaskCard,
  video: Video,
};

export function Blocks(surface: Surface) {
  return (
    <SurfaceContext.Provider value={surface}>
      <BlockList blocks={surface.blocks} />
    </SurfaceContext.Provider>
  );
}

/** Blocks on a surface, or inside another block. One that cannot be drawn does not break the others. */
export function BlockList({ blocks }: { blocks: Json[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, i) => {
        const Drawn = DRAWN[String(block.type)] ?? UnknownBlock;
        return (
          <ErrorBoundary key={String(block.block_id ?? i)} fallback={<UnknownBlock block={block} />}>
            <Drawn block={block} />
          </ErrorBoundary>
        );
      })}
    </div>
  );
}
