import { useMemo } from '@wordpress/element';
import type { ChangeInput, ChangePreview } from '../../../contract/subscriptions/change';
import { call } from '../../../shared/api';
import { type Asked, useAsked } from '../../../shared/use-asked';
import { type ChangeDraft, changeOf, typedChange } from './draft';

/** What a change comes to, or why it can't be made, as the server says; nothing while what is typed is not whole. */
export function usePreview( id: number, draft: ChangeDraft ): Asked< ChangePreview > {
	const typed = useMemo(
		() => ( typedChange.safeParse( draft ).success ? JSON.stringify( changeOf( draft ) ) : '' ),
		[ draft ]
	);
	return useAsked( typed, ( text, signal ) =>
		call( 'subscriptions.preview-change', { params: { id }, body: JSON.parse( text ) as ChangeInput }, { signal } )
	);
}
