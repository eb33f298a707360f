import { useCallback, useState } from '@wordpress/element';
import { InviteToo } from './invite-too';

/** Of invoices that are looked at one by one: who of their recipients could be invited with them, and whether that is wanted. */
export function useInvitation() {
	const [ addresses, setAddresses ] = useState< readonly string[] >( [] );
	const [ isWanted, setIsWanted ] = useState( false );
	const meet = useCallback(
		( found: readonly string[] ) => setAddresses( ( before ) => [ ...new Set( [ ...before, ...found ] ) ] ),
		[]
	);
	return {
		meet,
		isWanted,
		choice: <InviteToo addresses={ addresses } checked={ isWanted } onChange={ setIsWanted } />,
	};
}
