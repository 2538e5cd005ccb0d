import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Whether the folding part of a page in which something stands is open: what nobody sees need not be asked for.
 */
export function useOpened(inside: RefObject<Element | null>): boolean {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const details = inside.current?.closest('details');
    const look = () => setOpened(!details || details.open);
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, [inside]);
  return opened;
}
