import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { readFile } from '../read-file.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import type { Entered } from './surface.ts';

/** Files from the member's own machine, of the accepted types. Each is uploaded once chosen. */
export function FileInput(props: { element: Json; id: string; change: (v: Entered) => void }) {
  const { element, id, change } = props;
  const { client, me, act } = usePage();
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const kinds = (element.filetypes as string[] | undefined) ?? [];
  const most = Number(element.max_files ?? 10);
  const hold = (files: typeof chosen) => {
    setChosen(files);
    change(files.map((f) => f.id));
  };
  const add = async (files: File[]) => {
    const up = await Promise.all(
      files.map(async (file) => ({ name: file.name, id: await client.upload(me, await readFile(file)) })),
    );
    hold(most === 1 ? up.slice(-1) : [...chosen, ...up]);
  };
  return (
    <div class="file-input">
      <label class="button" for={id}>
        <Icon name="clip" /> {most === 1 ? 'Choose a file' : 'Choose files'}
      </label>
      <input
        id={id}
        type="file"
        multiple={most > 1}
        accept={kinds.map((kind) => `.${kind}`).join(',')}
        onChange={(e) => {
          void act(add([...(e.currentTarget.files ?? [])]));
          e.currentTarget.value = '';
        }}
      />
      {chosen.length === 0 && kinds.length > 0 && (
        <span class="field-hint">{kinds.map((kind) => kind.toUpperCase()).join(', ')}</span>
      )}
      <ul class="attached" aria-label="Chosen files">
        {chosen.map((file) => (
          <li key={file.id}>
            <Icon name="file" />
            <span>{file.name}</span>
            <button
              type="button"
              class="quiet"
              aria-label={`Remove ${file.name}`}
              onClick={() => hold(chosen.filter((f) => f !== file))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
