import { useCallback, useMemo, useRef, useState } from '@wordpress/element';
import { useUnsavedGuard } from '../../../shared/location';
import type { Draft } from './draft';

export interface DraftState {
	readonly draft: Draft;
	/** What is typed at this moment, for what begins later than it was drawn. */
	readonly current: () => Draft;
	/** Changes what is there now; the function runs once. */
	readonly change: ( change: ( draft: Draft ) => Draft ) => void;
	/** This is what the server has. */
	readonly keep: ( draft: Draft ) => void;
	readonly isChanged: boolean;
}

/** Without the keys of lines, which are new each time. */
const textOf = ( draft: Draft ): string =>
	JSON.stringify( draft, ( name, value: unknown ) => ( name === 'key' ? undefined : value ) );

export function useDraft( initial: Draft ): DraftState {
	const [ draft, setDraft ] = useState( initial );
	const [ saved, setSaved ] = useState( () => textOf( initial ) );
	const latest = useRef( draft );
	const isChanged = useMemo( () => textOf( draft ) !== saved, [ draft, saved ] );
	useUnsavedGuard( isChanged );

	const change = useCallback( ( by: ( now: Draft ) => Draft ) => {
		latest.current = by( latest.current );
		setDraft( latest.current );
	}, [] );
	const keep = useCallback( ( now: Draft ) => setSaved( textOf( now ) ), [] );
	const current = useCallback( () => latest.current, [] );
	return { draft, current, change, keep, isChanged };
}
