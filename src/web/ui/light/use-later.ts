import { useEffect, useState } from 'react';

/** False first, true once `ms` have passed: what is quick needs no skeleton (200 ms), what is slow shows progress (1 s). */
export function useLater(ms: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}
