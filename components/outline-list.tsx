import type { OutlineItem, Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';

interface Props {
  outline: OutlineItem[];
  onGo: (place: Span) => void;
}

/** The document's headings, indented by level. */
export function OutlineList({ outline, onGo }: Props) {
  return (
    <LongList
      items={outline}
      class="rows outline"
      row={(item) => (
        <PlaceRow key={item.start} kind="heading" level={Math.min(item.level, 5)} onGo={() => onGo(item)}>
          <span lang="zh">
            <span class="soft">{item.label}</span> {item.title}
          </span>
        </PlaceRow>
      )}
    />
  );
}
