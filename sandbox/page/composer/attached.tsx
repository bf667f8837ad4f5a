import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';

/** The paperclip: files that go with the next message. */
export function Paperclip({ attach }: { attach: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="quiet"
        title="Attach files"
        data-testid="attach"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" label="Attach files" />
      </button>
      <input
        ref={input}
        class="for-readers"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        data-testid="attach-files"
        onChange={(e) => {
          attach([...(e.currentTarget.files ?? [])]);
          // The same file can be chosen again after it was removed.
          e.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** The attached files, each of which can be removed. */
export function Attached({ files, takeOff }: { files: File[]; takeOff: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul class="attached" aria-label="Attached files">
      {files.map((file, i) => (
        <li key={String(i)}>
          <Icon name="file" />
          <span>{file.name}</span>
          <button
            type="button"
            class="quiet"
            aria-label={`Remove ${file.name}`}
            onClick={() => takeOff(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
