import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import type { Website } from '../../../contract/websites';
import { boot } from '../../../shared/boot';
import { EmptyState } from '../../../shared/empty-state';
import { WebsiteDialog } from '../../../domain/websites/website-dialog';
import { WebsiteMenu } from '../../../domain/websites/website-menu';

/** The websites invoices can be about. */
export function Websites( { client }: { readonly client: Client } ) {
	const [ edited, setEdited ] = useState< Website | 'new' | null >( null );
	const canEdit = boot().can.manageClients;
	const add = canEdit && (
		<Button variant="secondary" onClick={ () => setEdited( 'new' ) } __next40pxDefaultSize>
			{ __( 'Add website', 'counterfoil' ) }
		</Button>
	);
	return (
		<>
			{ client.websites.length === 0 ? (
				<EmptyState
					title={ __( 'No websites yet', 'counterfoil' ) }
					text={ __( 'Name a client’s websites to say on an invoice which one it is for.', 'counterfoil' ) }
					action={ add }
				/>
			) : (
				<section className="counterfoil-panel" aria-labelledby="counterfoil-websites">
					<header className="counterfoil-client__header">
						<h2 id="counterfoil-websites">{ __( 'Websites', 'counterfoil' ) }</h2>
						{ add }
					</header>
					<ul className="counterfoil-contacts">
						{ client.websites.map( ( website ) => (
							<li key={ website.id } className="counterfoil-contacts__row">
								<span className="counterfoil-contacts__who">
									<strong>{ website.name }</strong>
									<a href={ website.url } target="_blank" rel="noreferrer noopener">
										{ website.url }
										<span className="screen-reader-text">
											{ __( '(opens in a new tab)', 'counterfoil' ) }
										</span>
									</a>
								</span>
								<span className="counterfoil-contacts__access">
									{ website.is_used && (
										<a href={ `#/invoices?client=${ client.id }&website=${ website.id }` }>
											{ __( 'View its invoices', 'counterfoil' ) }
										</a>
									) }
								</span>
								{ canEdit && <WebsiteMenu website={ website } onEdit={ () => setEdited( website ) } /> }
							</li>
						) ) }
					</ul>
				</section>
			) }
			{ edited && (
				<WebsiteDialog
					clientId={ client.id }
					website={ edited === 'new' ? undefined : edited }
					onClose={ () => setEdited( null ) }
				/>
			) }
		</>
	);
}
