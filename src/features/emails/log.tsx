import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Email } from '../../contract/emails';
import { boot } from '../../shared/boot';
import { formatMoment } from '../../shared/dates';
import { SelectField } from '../../shared/form/select-field';
import { Search } from '../../shared/list/search';
import { ExportButton } from '../../shared/list/export-button';
import { Loading } from '../../shared/loading';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

type State = Email[ 'state' ];

const states = (): Record< State, string > => ( {
	queued: __( 'Waiting', 'counterfoil' ),
	sent: __( 'Sent', 'counterfoil' ),
	failed: __( 'Failed', 'counterfoil' ),
} );

/** What was mailed, to whom, and what became of it. */
export function EmailLog() {
	const [ state, setState ] = useState< State | '' >( '' );
	const [ search, setSearch ] = useState( '' );
	const [ cursors, setCursors ] = useState< readonly string[] >( [] );
	const words = states();
	return (
		<section className="counterfoil-panel counterfoil-email-log" aria-labelledby="counterfoil-email-log">
			<header>
				<h2 id="counterfoil-email-log">{ __( 'Email log', 'counterfoil' ) }</h2>
				<Search
					text={ search }
					label={ __( 'Client or email address', 'counterfoil' ) }
					onSearch={ ( text ) => {
						setSearch( text );
						setCursors( [] );
					} }
				/>
				<SelectField
					label={ __( 'Show', 'counterfoil' ) }
					value={ state }
					options={ [
						{ code: '', name: __( 'All emails', 'counterfoil' ) },
						{ code: 'failed', name: words.failed },
						{ code: 'queued', name: words.queued },
						{ code: 'sent', name: words.sent },
					] }
					onChange={ ( chosen ) => {
						setState( chosen );
						setCursors( [] );
					} }
				/>
				<ExportButton
					id="emails.export"
					request={ {
						query: { ...( state === '' ? {} : { state } ), ...( search === '' ? {} : { search } ) },
					} }
					name={ __( 'Emails', 'counterfoil' ) }
					onFailure={ ( failure ) => toast( failure.message ) }
				/>
			</header>
			{ [ undefined, ...cursors ].map( ( cursor, index, all ) => (
				<Stretch
					key={ `${ state }/${ search }/${ cursor ?? '' }` }
					state={ state }
					search={ search }
					cursor={ cursor }
					onMore={ index === all.length - 1 ? ( next ) => setCursors( [ ...cursors, next ] ) : undefined }
				/>
			) ) }
		</section>
	);
}

interface StretchProps {
	readonly state: State | '';
	readonly search: string;
	readonly cursor: string | undefined;
	/** Left out where the next ones are shown already. */
	readonly onMore: ( ( cursor: string ) => void ) | undefined;
}

function Stretch( { state, search, cursor, onMore }: StretchProps ) {
	const { data, error, reload } = useRead( 'emails.list', {
		query: {
			per_page: 20,
			...( state === '' ? {} : { state } ),
			...( search.trim() === '' ? {} : { search } ),
			...( cursor === undefined ? {} : { cursor } ),
		},
	} );
	if ( ! data ) {
		return error ? <Problem error={ error } onRetry={ reload } /> : <Loading />;
	}
	const next = data.next_cursor;
	return (
		<>
			{ data.items.length === 0 && cursor === undefined && (
				<p className="counterfoil-panel__quiet">
					{ state === '' && search === ''
						? __( 'No emails yet. They appear here when you send the first invoice.', 'counterfoil' )
						: __( 'No emails match. Try another search or status.', 'counterfoil' ) }
				</p>
			) }
			<ul>
				{ data.items.map( ( email ) => (
					<Row key={ email.id } email={ email } />
				) ) }
			</ul>
			{ next !== null && onMore && (
				<Button variant="secondary" onClick={ () => onMore( next ) } __next40pxDefaultSize>
					{ __( 'Show older emails', 'counterfoil' ) }
				</Button>
			) }
		</>
	);
}

function Row( { email }: { readonly email: Email } ) {
	const resend = useCommand( 'emails.resend' );
	const again = async () => {
		if ( await resend.run( { params: { id: email.id } } ) ) {
			/* translators: %s: e-mail address */
			toast( sprintf( __( 'Email to %s is on its way.', 'counterfoil' ), email.to ) );
		}
	};
	const title = email.subject || email.label || __( 'Email', 'counterfoil' );
	return (
		<li className={ `is-${ email.state }` }>
			<div>
				<span className="counterfoil-email-log__subject" dir="auto">
					{ email.invoice_id === null ? title : <a href={ `#/invoices/${ email.invoice_id }` }>{ title }</a> }
				</span>
				<span className="counterfoil-email-log__to">
					{ [
						email.to,
						...( email.is_copy ? [ __( 'Copy', 'counterfoil' ) ] : [] ),
						formatMoment( email.sent_at ?? email.created_at ),
					].join( ' · ' ) }
				</span>
				{ email.state !== 'sent' && email.reason !== '' && (
					<span className="counterfoil-email-log__reason">{ email.reason }</span>
				) }
				<Problem error={ resend.error } onDismiss={ resend.clearError } />
			</div>
			<span className="counterfoil-email-log__state">{ states()[ email.state ] }</span>
			{ email.can_resend && boot().can.bill && (
				<Button
					variant="tertiary"
					isBusy={ resend.isBusy }
					disabled={ resend.isBusy }
					onClick={ () => void again() }
					__next40pxDefaultSize
				>
					{ __( 'Resend', 'counterfoil' ) }
					<span className="screen-reader-text">{ title }</span>
				</Button>
			) }
		</li>
	);
}
