import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { BankEntry, BankProposal } from '../../contract/bank';
import { formatDay, formatMoment } from '../../shared/dates';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { ChooseInvoices } from './choose-invoices';
import { accountName, partWords, payerOf, restWords } from './words';

interface Props {
	readonly entry: BankEntry;
	readonly sendsReceipts: boolean;
	/** It is not in this group any more. */
	readonly onDone: () => void;
}

/** One line of a statement: what came, what it seems to pay and why, and what can be done with it. */
export function EntryRow( { entry, sendsReceipts, onDone }: Props ) {
	const [ isChoosing, setChoosing ] = useState( false );
	const confirm = useCommand( 'bank.confirm' );
	const ignore = useCommand( 'bank.ignore' );
	const undo = useCommand( 'bank.undo' );
	const isBusy = confirm.isBusy || ignore.isBusy || undo.isBusy;
	const payer = payerOf( entry );
	const params = { id: entry.id };

	const done = ( answer: BankEntry | undefined, words: string ) => {
		if ( answer ) {
			onDone();
			toast( words );
		}
	};
	const record = async ( { client, parts }: BankProposal ) => {
		const body = {
			client_id: client.id,
			parts: parts
				.filter( ( { amount } ) => amount.amount > 0 )
				.map( ( { invoice, amount } ) => ( { invoice_id: invoice.id, amount } ) ),
			send_receipt: sendsReceipts,
		};
		const answer = await confirm.run( { params, body } );
		if ( answer ) {
			setChoosing( false );
		}
		done( answer, __( 'Payment recorded.', 'counterfoil' ) );
	};
	const button = ( label: string, onClick: () => void, variant: 'secondary' | 'tertiary' = 'tertiary' ) => (
		<Button
			variant={ variant }
			/* translators: 1: what a button does, 2: who paid, 3: amount of money */
			aria-label={ sprintf( __( '%1$s: %2$s, %3$s', 'counterfoil' ), label, payer, formatMoney( entry.amount ) ) }
			disabled={ isBusy }
			accessibleWhenDisabled
			onClick={ onClick }
			__next40pxDefaultSize
		>
			{ label }
		</Button>
	);
	return (
		<li className="counterfoil-bank__entry">
			<div className="counterfoil-bank__came">
				<span className="counterfoil-bank__who">
					<strong dir="auto">{ payer }</strong>
					<span>
						{ [ formatDay( entry.booked_on ), entry.name ? accountName( entry.account ) : '' ]
							.filter( Boolean )
							.join( ' · ' ) }
					</span>
				</span>
				<strong className="counterfoil-money">{ formatMoney( entry.amount ) }</strong>
				{ ( entry.text || entry.reference ) && (
					<p dir="auto">{ [ entry.text, entry.reference ].filter( Boolean ).join( ' · ' ) }</p>
				) }
			</div>
			<div className="counterfoil-bank__fits">
				<What of={ entry.proposal ?? entry.result } />
				{ entry.why && <p className="counterfoil-panel__quiet">{ entry.why }</p> }
				{ entry.result && (
					<p className="counterfoil-panel__quiet">
						{ [
							formatMoment( entry.result.matched_at ),
							entry.result.matched_by || __( 'Automatically', 'counterfoil' ),
						].join( ' · ' ) }
					</p>
				) }
			</div>
			<div className="counterfoil-bank__actions">
				{ entry.may.confirm &&
					entry.proposal &&
					button(
						__( 'Confirm', 'counterfoil' ),
						() => entry.proposal && void record( entry.proposal ),
						'secondary'
					) }
				{ entry.may.confirm && button( __( 'Choose invoices…', 'counterfoil' ), () => setChoosing( true ) ) }
				{ entry.may.ignore &&
					button( __( 'Ignore', 'counterfoil' ), async () =>
						done( await ignore.run( { params } ), __( 'Ignored.', 'counterfoil' ) )
					) }
				{ entry.may.undo &&
					button( __( 'Undo', 'counterfoil' ), async () =>
						done( await undo.run( { params } ), __( 'Undone. It waits for review again.', 'counterfoil' ) )
					) }
			</div>
			{ ! isChoosing && <Problem error={ confirm.error } onDismiss={ confirm.clearError } /> }
			<Problem error={ ignore.error } onDismiss={ ignore.clearError } />
			<Problem error={ undo.error } onDismiss={ undo.clearError } />
			{ isChoosing && (
				<ChooseInvoices
					entry={ entry }
					isBusy={ isBusy }
					error={ confirm.error }
					onConfirm={ ( chosen ) => void record( chosen ) }
					onClose={ () => {
						confirm.clearError();
						setChoosing( false );
					} }
				/>
			) }
		</li>
	);
}

/** Whose it is, and for which of their invoices. */
function What( { of }: { readonly of: BankProposal | BankEntry[ 'result' ] } ) {
	if ( ! of ) {
		return null;
	}
	const rest = restWords( of );
	return (
		<>
			<a href={ `#/clients/${ of.client.id }` } dir="auto">
				<strong>{ of.client.name }</strong>
			</a>
			<ul>
				{ of.parts.map( ( part ) => (
					<li key={ part.invoice.id }>
						<a href={ `#/invoices/${ part.invoice.id }` }>
							{ partWords( 'due' in part ? part : { ...part, due: part.amount } ) }
						</a>
					</li>
				) ) }
				{ rest && <li>{ rest }</li> }
			</ul>
		</>
	);
}
