import { useEffect, useState } from '@wordpress/element';
import type { CreditExtent, CreditPreview } from '../../../contract/invoices';
import { ApiFailure, call } from '../../../shared/api';
import { useDebounced } from '../../../shared/use-debounced';

/** How long typing has to rest, in milliseconds, before the server is asked. */
const REST = 150;

interface Answer {
	/** Of the request it answers. */
	readonly text: string;
	readonly preview?: CreditPreview;
	readonly failure?: ApiFailure;
}

/** What a credit note would come to: the server computes it. Undefined while it is on its way. */
export function useCreditPreview( invoiceId: number, extent: CreditExtent | undefined ): Answer | undefined {
	const text = useDebounced( extent === undefined ? '' : JSON.stringify( extent ), REST );
	const [ answer, setAnswer ] = useState< Answer | undefined >();
	useEffect( () => {
		if ( text === '' ) {
			return;
		}
		const abort = new AbortController();
		const ask = async () => {
			try {
				const preview = await call(
					'credit-notes.preview',
					{ params: { id: invoiceId }, body: { extent: JSON.parse( text ) as CreditExtent } },
					{ signal: abort.signal }
				);
				setAnswer( { text, preview } );
			} catch ( thrown ) {
				if ( ! abort.signal.aborted ) {
					setAnswer( { text, failure: ApiFailure.from( thrown ) } );
				}
			}
		};
		void ask();
		return () => abort.abort();
	}, [ text, invoiceId ] );
	return extent !== undefined && answer?.text === JSON.stringify( extent ) ? answer : undefined;
}
