import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../../shared/boot';
import { CopyButton } from '../../../shared/copy-button';
import { useRead } from '../../../shared/store';

/** Where this client's people log in. */
export function PortalAddress( { portalId }: { readonly portalId: number } ) {
	const { data } = useRead( 'portals.list', {} );
	const portal = data?.items.find( ( { id } ) => id === portalId );
	if ( ! portal ) {
		return null;
	}
	const page = portal.login_page;
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-portal">
			<h2 id="counterfoil-client-portal">{ __( 'Portal', 'counterfoil' ) }</h2>
			{ page ? (
				<div className="counterfoil-client__portal">
					<a href={ page.url } target="_blank" rel="noreferrer">
						{ page.url }
						<span className="screen-reader-text">{ __( '(opens in a new tab)', 'counterfoil' ) }</span>
					</a>
					<CopyButton
						label={ __( 'Copy portal link', 'counterfoil' ) }
						text={ page.url }
						done={ __( 'Portal link copied.', 'counterfoil' ) }
					/>
				</div>
			) : (
				<>
					<p className="counterfoil-panel__quiet">
						{ __(
							'The portal has no pages yet, so clients can’t log in or view invoices online.',
							'counterfoil'
						) }
					</p>
					{ boot().can.settings && (
						<Button variant="secondary" href="#/settings/portal" __next40pxDefaultSize>
							{ __( 'Set up the portal', 'counterfoil' ) }
						</Button>
					) }
				</>
			) }
		</section>
	);
}
