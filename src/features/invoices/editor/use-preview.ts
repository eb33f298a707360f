import { useCallback, useEffect, useMemo, useRef, useState } from '@wordpress/element';
import type { Preview } from '../../../contract/invoices';
import { ApiFailure, call } from '../../../shared/api';
import type { FieldErrors } from '../../../shared/form/errors';
import type { Draft } from './draft';
import { byField, type PreviewInput, readForPreview } from './read-draft';
import type { Proposal } from './taxes';

/** How long typing has to rest, in milliseconds, before the server is asked. */
const REST = 120;

export interface LivePreview {
	/** The last good answer; kept while a newer one is on its way or what was typed can't be read. */
	readonly preview: Preview | undefined;
	/** Amounts of that answer by the line's key. */
	readonly amounts: ReadonlyMap< string, Preview[ 'amounts' ][ number ] >;
	/** How each line would be taxed, by the line's key. */
	readonly proposals: ReadonlyMap< string, Proposal >;
	/** What is shown is not of what is typed: wait for it, or for the fields to be mended. */
	readonly isStale: boolean;
	/** By the editor's names of fields. */
	readonly errors: FieldErrors;
	/** What was typed and can't be shown in the PDF, by the editor's names of fields: it can't be sent like this. */
	readonly unprintable: FieldErrors;
	/** The server could not be asked. */
	readonly failure: ApiFailure | undefined;
	readonly retry: () => void;
}

interface Answer {
	/** Of the request it answers. */
	readonly text: string;
	readonly preview: Preview;
	readonly keys: readonly string[];
}

/**
 * Totals and paper of what is being typed. The server computes them: an older question is given up
 * when a newer one is asked, so that no old answer comes last.
 */
export function usePreview( draft: Draft ): LivePreview {
	const reading = useMemo( () => readForPreview( draft ), [ draft ] );
	const text = useMemo( () => reading.input && JSON.stringify( reading.input ), [ reading ] );
	const [ answer, setAnswer ] = useState< Answer | undefined >();
	const [ refused, setRefused ] = useState< { text: string; errors: FieldErrors } | undefined >();
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();
	const [ tries, setTries ] = useState( 0 );
	// Lines may change places without another request: the keys are those of the moment it is asked.
	const keys = useRef( reading.keys );
	keys.current = reading.keys;
	const isFirst = useRef( true );

	useEffect( () => {
		if ( text === undefined ) {
			return;
		}
		const abort = new AbortController();
		const ask = async () => {
			const asked = keys.current;
			try {
				const preview = await call(
					'invoices.preview',
					{ body: JSON.parse( text ) as PreviewInput },
					{ signal: abort.signal }
				);
				if ( ! abort.signal.aborted ) {
					setAnswer( { text, preview, keys: asked } );
					setRefused( undefined );
					setFailure( undefined );
				}
			} catch ( thrown ) {
				const error = ApiFailure.from( thrown );
				if ( abort.signal.aborted ) {
					return;
				}
				const errors = byField( error.fields, asked );
				setRefused( { text, errors } );
				setFailure( Object.keys( errors ).length === 0 ? error : undefined );
			}
		};
		const timer = setTimeout( () => void ask(), isFirst.current ? 0 : REST );
		isFirst.current = false;
		return () => {
			clearTimeout( timer );
			abort.abort();
		};
	}, [ text, tries ] );

	const amounts = useMemo(
		() =>
			new Map(
				answer?.keys.flatMap( ( key, index ) => {
					const amount = answer.preview.amounts[ index ];
					return amount ? [ [ key, amount ] as const ] : [];
				} )
			),
		[ answer ]
	);
	const proposals = useMemo(
		() =>
			new Map(
				answer?.keys.flatMap( ( key, index ) => {
					const proposal = answer.preview.proposals[ index ];
					return proposal ? [ [ key, proposal ] as const ] : [];
				} )
			),
		[ answer ]
	);
	const unprintable = useMemo(
		() => ( answer ? byField( answer.preview.unprintable, answer.keys ) : {} ),
		[ answer ]
	);
	const retry = useCallback( () => setTries( ( count ) => count + 1 ), [] );
	return {
		preview: answer?.preview,
		amounts,
		proposals,
		isStale: answer === undefined || answer.text !== text,
		errors: refused && refused.text === text ? { ...refused.errors, ...reading.errors } : reading.errors,
		unprintable,
		failure,
		retry,
	};
}
