import { useEffect, useMemo, useState } from '@wordpress/element';
import type { ChangeInput, ChangePreview } from '../../../contract/subscriptions/change';
import { ApiFailure, call } from '../../../shared/api';
import { useDebounced } from '../../../shared/use-debounced';
import { type ChangeDraft, changeOf, typedChange } from './draft';

export interface Preview {
	readonly preview: ChangePreview | undefined;
	/** Why it can't be changed like this. */
	readonly error: ApiFailure | undefined;
}

/** What a change comes to, as the server says; nothing while what is typed is not whole. */
export function usePreview( id: number, draft: ChangeDraft ): Preview {
	const typed = useMemo(
		() => ( typedChange.safeParse( draft ).success ? JSON.stringify( changeOf( draft ) ) : '' ),
		[ draft ]
	);
	const text = useDebounced( typed, 200 );
	const [ answer, setAnswer ] = useState< ( Preview & { readonly of: string } ) | undefined >();
	useEffect( () => {
		if ( text === '' ) {
			return;
		}
		const abort = new AbortController();
		const ask = async () => {
			try {
				const preview = await call(
					'subscriptions.preview-change',
					{ params: { id }, body: JSON.parse( text ) as ChangeInput },
					{ signal: abort.signal }
				);
				setAnswer( { of: text, preview, error: undefined } );
			} catch ( thrown ) {
				if ( ! abort.signal.aborted ) {
					setAnswer( { of: text, preview: undefined, error: ApiFailure.from( thrown ) } );
				}
			}
		};
		void ask();
		return () => abort.abort();
	}, [ id, text ] );
	return answer?.of === typed ? answer : { preview: undefined, error: undefined };
}
