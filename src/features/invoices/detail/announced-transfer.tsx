import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/boot';
import { formatDay } from '../../../shared/dates';
import { Problem } from '../../../shared/problem';
import { useCommand, useRead } from '../../../shared/store';

/* translators: %s: date */
const announcedOn = ( day: string ) => sprintf( __( 'Transfer announced on %s', 'counterfoil' ), formatDay( day ) );
/* translators: %s: date */
const sentOnDay = ( day: string ) => sprintf( __( 'Transferred on %s', 'counterfoil' ), formatDay( day ) );

/** That the client said it was transferred; it is no payment. */
export function AnnouncedTransfer( { invoiceId }: { readonly invoiceId: number } ) {
	const params = { id: invoiceId };
	const { data } = useRead( 'transfers.announced', { params } );
	const takeBack = useCommand( 'transfers.take-back' );
	if ( ! data?.announced ) {
		return null;
	}
	const { on, sent_on: sentOn, by } = data.announced;
	return (
		<>
			<Notice status="info" isDismissible={ false } className="counterfoil-problem">
				<strong>{ announcedOn( on ) }</strong>
				{ [ '', by, sentOn === null ? '' : sentOnDay( sentOn ) ]
					.filter( ( part, at ) => at === 0 || part )
					.join( ' · ' ) }{ ' ' }
				{ boot().can.bill && (
					<Button
						variant="link"
						disabled={ takeBack.isBusy }
						onClick={ () => void takeBack.run( { params } ) }
					>
						{ __( 'Withdraw announcement', 'counterfoil' ) }
					</Button>
				) }
			</Notice>
			<Problem error={ takeBack.error } onDismiss={ takeBack.clearError } />
		</>
	);
}
