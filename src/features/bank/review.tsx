import { ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import type { BankImport } from '../../contract/bank';
import { NotFound } from '../../shared/not-found';
import { useFilters } from '../../shared/location';
import { StateTabs } from '../../shared/list/state-tabs';
import { Page } from '../../shared/page';
import { Pending } from '../../shared/pending';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';
import { EntryGroup } from './entry-group';
import { accountName, addedOf, daysOf, formatName } from './words';
import './bank.scss';

const back = () => ( { href: '/payments/statements', label: __( 'Bank statements', 'counterfoil' ) } );

/** One imported statement: what its lines seem to pay, to confirm or to correct. */
export default function BankReview() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <Review id={ Number( id ) } /> : <NotFound />;
}

function Review( { id }: { readonly id: number } ) {
	const { data, error, reload } = useRead( 'bank.import', { params: { id } } );
	if ( ! data || error?.status === 404 ) {
		return (
			<Pending
				title={ __( 'Bank statement', 'counterfoil' ) }
				back={ back() }
				error={ error }
				onRetry={ reload }
			/>
		);
	}
	const facts = [ formatName( data ), accountName( data.account ), daysOf( data ), addedOf( data ) ];
	return (
		<Page title={ data.file_name } back={ back() }>
			<Problem error={ error } onRetry={ reload } />
			<p className="counterfoil-panel__quiet counterfoil-bank__facts">
				{ facts.filter( Boolean ).join( ' · ' ) }
			</p>
			<Lines statement={ data } />
		</Page>
	);
}

function Lines( { statement }: { readonly statement: BankImport } ) {
	const [ address, change ] = useFilters();
	const settings = useRead( 'bank.settings', {} );
	const [ chosen, setChosen ] = useState< boolean | undefined >();
	const sendsReceipts = chosen ?? settings.data?.send_receipts ?? false;
	const { sure, likely, none } = statement.open;
	const shown = address.state === 'matched' || address.state === 'ignored' ? address.state : 'open';
	const group = { importId: statement.id, sendsReceipts };
	return (
		<>
			<StateTabs
				label={ __( 'Lines', 'counterfoil' ) }
				current={ shown }
				onChange={ ( next ) => change( { state: next === 'open' ? '' : next } ) }
				tabs={ [
					{ id: 'open', label: __( 'To review', 'counterfoil' ) },
					{ id: 'matched', label: __( 'Matched', 'counterfoil' ), tally: { count: statement.matched } },
					{ id: 'ignored', label: __( 'Ignored', 'counterfoil' ), tally: { count: statement.ignored } },
				] }
			/>
			{ shown === 'open' ? (
				<>
					<ToggleControl
						className="counterfoil-bank__receipts"
						label={ __( 'Email receipts to clients when payments are recorded', 'counterfoil' ) }
						checked={ sendsReceipts }
						onChange={ setChosen }
						__nextHasNoMarginBottom
					/>
					<EntryGroup
						{ ...group }
						match="sure"
						title={ __( 'Sure', 'counterfoil' ) }
						text={ __( 'The transfer names what it pays, and the amount is right.', 'counterfoil' ) }
						count={ sure }
						empty={ __( 'No sure matches are waiting.', 'counterfoil' ) }
					/>
					<EntryGroup
						{ ...group }
						match="likely"
						title={ __( 'Likely', 'counterfoil' ) }
						text={ __( 'Something fits, but not all of it. Look before you confirm.', 'counterfoil' ) }
						count={ likely }
						empty={ __( 'No likely matches are waiting.', 'counterfoil' ) }
					/>
					<EntryGroup
						{ ...group }
						match="none"
						title={ __( 'No match', 'counterfoil' ) }
						text={ __( 'Choose what was paid, or ignore what is no payment of a client.', 'counterfoil' ) }
						count={ none }
						empty={ __( 'Nothing without a match is waiting.', 'counterfoil' ) }
					/>
				</>
			) : (
				<EntryGroup
					{ ...group }
					key={ shown }
					state={ shown }
					title={ shown === 'matched' ? __( 'Matched', 'counterfoil' ) : __( 'Ignored', 'counterfoil' ) }
					text={
						shown === 'matched'
							? __( 'Recorded as payments. If you undo one, its invoices are due again.', 'counterfoil' )
							: __( 'Outgoing money, and what someone chose to ignore.', 'counterfoil' )
					}
					count={ shown === 'matched' ? statement.matched : statement.ignored }
					empty={
						shown === 'matched'
							? __( 'Nothing is matched yet.', 'counterfoil' )
							: __( 'Nothing is ignored.', 'counterfoil' )
					}
				/>
			) }
		</>
	);
}
