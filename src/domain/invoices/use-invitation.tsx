import { useCallback, useState } from '@wordpress/element';
import type { Invoice } from '../../contract/invoices';
import { InviteToo } from './invite-too';

/** Of invoices that are looked at one by one: who of their recipients could be invited with them, and whether that is wanted. */
export function useInvitation() {
	const [ addresses, setAddresses ] = useState< readonly string[] >( [] );
	const [ byLink, setByLink ] = useState( true );
	const [ isWanted, setIsWanted ] = useState( false );
	const meet = useCallback(
		( { without_access: found, opens_by_link: opens }: Pick< Invoice, 'without_access' | 'opens_by_link' > ) => {
			setAddresses( ( before ) => [ ...new Set( [ ...before, ...found ] ) ] );
			// Of several, what holds for all of them.
			setByLink( ( before ) => before && opens );
		},
		[]
	);
	return {
		meet,
		isWanted,
		choice: <InviteToo addresses={ addresses } byLink={ byLink } checked={ isWanted } onChange={ setIsWanted } />,
	};
}
