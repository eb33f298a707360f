import { useRead } from '../../shared/store';

/**
 * Whether an invitation leads anywhere: it needs the portal's pages. True while that is not known.
 *
 * @param portalId The client's portal; a new client gets the first one.
 */
export function useHasPortal( portalId?: number ): boolean {
	const { data } = useRead( 'portals.list', {} );
	const portal = data?.items.find( ( { id } ) => portalId === undefined || id === portalId );
	return ! portal || ( portal.login_page !== null && portal.portal_page !== null );
}
