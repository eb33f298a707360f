import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Invoice, StoredInvoicing } from '../../../contract/invoices';
import type { ChosenRecipients } from '../../../domain/invoices/recipients-field';
import { TextArea } from '../../../shared/form/text-area';
import { navigate } from '../../../shared/location';
import { formatMoney } from '../../../shared/money';
import { Page } from '../../../shared/page';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { Actions } from './actions';
import { Attachments } from './attachments';
import { ClientField } from '../../../domain/clients/client-field';
import { clientHelp } from './client-help';
import { Conflict } from './conflict';
import { defaultTax, type Draft, draftOf, isUntouched } from './draft';
import { ExchangeField } from './exchange-field';
import { focusFirstError, focusLine } from './focus-line';
import { handOver, keepFocus } from './handoff';
import { Lines } from './lines';
import { PaperColumn } from './paper-column';
import { PreviewDialog } from './preview-dialog';
import { type PreviewInput, readForPreview, readForSaving } from './read-draft';
import { SendDialog } from './send-dialog';
import { MoreDetails } from './more-details';
import { Terms } from './terms';
import { ownRates, withProposals } from './taxes';
import { Recipients } from './recipients';
import { Totals } from './totals';
import { Unprintable } from './unprintable';
import { useClient } from './use-client';
import { useDraft } from './use-draft';
import { usePreview } from './use-preview';
import { type Refusal, useSaving } from './use-saving';
import { useShortcuts } from './use-shortcuts';
import { useUploads } from './use-uploads';
import { type View, ViewToggle } from './view-toggle';

interface Props {
	readonly initial: Draft;
	/** Of a draft that was saved before. */
	readonly invoice?: Invoice;
	readonly settings: StoredInvoicing;
	/** Why it could not be sent, when that was tried before it had its own address. */
	readonly refusal?: Refusal | undefined;
}

/** The form, and beside it the invoice as paper, live. */
export function Editor( { initial, invoice: read, settings, refusal: refused }: Props ) {
	const { draft, current, change, keep, isChanged } = useDraft( initial );
	const saving = useSaving( read, refused );
	const live = usePreview( draft );
	const taxes = useRead( 'taxes.get', {} );
	const { preview, proposals } = live;
	useEffect( () => change( ( now ) => withProposals( now, proposals ) ), [ proposals, change ] );
	const { client, name, choose } = useClient( draft, read?.client.name ?? '', change );
	const [ dialog, setDialog ] = useState< 'preview' | 'send' | null >( null );
	const [ view, setView ] = useState< View >( 'form' );
	const { invoice, refusal, forget, isIssued } = saving;
	useEffect( keepFocus, [] );
	const uploads = useUploads( draft.attachments, change );
	const isBusy = saving.isBusy || uploads.isBusy;

	const errorOf = ( field: string ) => live.errors[ field ] ?? refusal.errors[ field ] ?? live.unprintable[ field ];
	const edit = useCallback(
		( by: ( now: Draft ) => Draft ) => {
			change( by );
			forget( ( field ) => field.includes( '/' ) || field === 'lines' );
		},
		[ change, forget ]
	);
	const set = ( changes: Partial< Draft > ) => {
		change( ( now ) => ( { ...now, ...changes } ) );
		forget( ( field ) => field in changes );
	};

	/** Saves what is typed now; the fields say why when it can't be. */
	const save = async ( over?: Invoice ): Promise< Invoice | undefined > => {
		const typed = current();
		const saved = await saving.save( typed, over );
		if ( ! saved ) {
			setView( 'form' );
			focusFirstError();
			return undefined;
		}
		keep( typed );
		return saved;
	};
	/** A new draft gets its own address once it is saved. */
	const settle = ( saved: Invoice ) => {
		if ( ! read ) {
			handOver( { invoice: saved, refusal } );
			navigate( `/invoices/${ saved.id }/edit`, { replace: true } );
		}
	};
	const onSave = async ( over?: Invoice ) => {
		const saved = await save( over );
		if ( saved ) {
			toast( __( 'Draft saved.', 'counterfoil' ) );
			settle( saved );
		}
	};
	const onSend = async () => {
		const typed = current();
		if ( typed.lines.every( isUntouched ) ) {
			setView( 'form' );
			saving.refuse( {
				...readForSaving( typed ).errors,
				lines: __( 'This invoice has no lines yet. Add a line.', 'counterfoil' ),
			} );
			if ( typed.client_id === null ) {
				focusFirstError();
			} else {
				focusLine( typed.lines[ 0 ]?.key );
			}
			return;
		}
		if ( ( isChanged || ! invoice ? await save() : invoice ) !== undefined ) {
			setDialog( 'send' );
		}
	};
	const send = async ( invite: boolean, chosen: ChosenRecipients | undefined ) => {
		const sent = invoice && ( await saving.send( invoice, invite, chosen ) );
		if ( sent ) {
			// Whether its email leaves is seen on its own screen, a moment later.
			toast(
				sent.kind === 'pro_forma'
					? __( 'Pro forma invoice issued. The email is on its way.', 'counterfoil' )
					: __( 'Invoice issued. The email is on its way.', 'counterfoil' )
			);
			navigate( `/invoices/${ sent.id }` );
		}
	};
	const closeSend = () => {
		setDialog( null );
		if ( invoice ) {
			settle( invoice );
		}
	};
	useEffect( () => {
		if ( isIssued && invoice && refusal.failure ) {
			toast( refusal.failure.message );
			navigate( `/invoices/${ invoice.id }` );
		}
	}, [ isIssued, invoice, refusal ] );
	const load = ( theirs: Invoice ) => {
		const draftOfTheirs = draftOf( theirs, defaultTax( settings ) );
		change( () => draftOfTheirs );
		keep( draftOfTheirs );
		saving.accept( theirs );
	};
	useShortcuts( {
		isOff: isBusy || dialog !== null,
		onSave: () => void onSave(),
		onSend: () => void onSend(),
	} );

	const input: PreviewInput | undefined = dialog === 'preview' ? readForPreview( draft ).input : undefined;
	return (
		<Page
			title={ read ? __( 'Edit draft', 'counterfoil' ) : __( 'New invoice', 'counterfoil' ) }
			back={ { href: '/invoices', label: __( 'Invoices', 'counterfoil' ) } }
			actions={
				<Actions
					total={ preview && live.amounts.size > 0 ? formatMoney( preview.totals.total ) : undefined }
					isStale={ live.isStale }
					isBusy={ isBusy }
					canPreview={ preview !== undefined && ! live.isStale }
					canSave={ ! isBusy && ( invoice === undefined || isChanged ) }
					onPreview={ () => setDialog( 'preview' ) }
					onSave={ () => void onSave() }
					onSend={ () => void onSend() }
				/>
			}
		>
			<div className={ `counterfoil-editor is-${ view }` }>
				<ViewToggle view={ view } onChange={ setView } />
				<div className="counterfoil-editor__form">
					{ saving.isConflict && invoice ? (
						<Conflict
							key={ invoice.version }
							id={ invoice.id }
							onLoad={ load }
							onKeep={ ( theirs ) => void onSave( theirs ) }
						/>
					) : (
						dialog !== 'send' && <Problem error={ refusal.failure } />
					) }
					<Unprintable sentences={ live.unprintable } />
					<ClientField
						name={ client?.name ?? name }
						help={ clientHelp( draft.client_id, client, draft.currency ) }
						error={ errorOf( 'client_id' ) }
						isFirst={ draft.client_id === null }
						onChoose={ ( id, chosen ) => {
							choose( id, chosen );
							forget( ( field ) => [ 'client_id', 'website_id', 'recipients' ].includes( field ) );
						} }
					/>
					<Recipients
						key={ draft.client_id }
						draft={ draft }
						invoice={ invoice }
						refusal={ refusal }
						onChange={ ( recipients ) => set( { recipients } ) }
					/>
					<Terms
						draft={ draft }
						client={ client }
						usual={ settings.bill_as ?? 'invoice' }
						errorOf={ errorOf }
						onChange={ set }
					/>
					<ExchangeField
						exchange={ live.preview?.tax_exchange }
						currency={ draft.currency }
						value={ draft.exchangeRate }
						error={ errorOf( 'exchange_rate' ) }
						onChange={ ( rate ) => {
							set( { exchangeRate: rate } );
							forget( ( field ) => field === 'exchange_rate' );
						} }
					/>
					<MoreDetails draft={ draft } client={ client } errorOf={ errorOf } onChange={ set } />
					<Lines
						draft={ draft }
						amounts={ live.amounts }
						isStale={ live.isStale }
						errorOf={ errorOf }
						tax={ defaultTax( settings ) }
						rates={ taxes.data && ownRates( taxes.data ) }
						proposals={ live.proposals }
						onChange={ edit }
					/>
					<Totals draft={ draft } live={ live } errorOf={ errorOf } onChange={ set } />
					<TextArea
						label={ __( 'Message to the client (optional)', 'counterfoil' ) }
						rows={ 3 }
						maxLength={ 2000 }
						value={ draft.message }
						error={ errorOf( 'message' ) }
						onChange={ ( message ) => set( { message } ) }
					/>
					<Attachments
						uploads={ uploads }
						error={ errorOf( 'attachments' ) }
						onChange={ () => forget( ( field ) => field === 'attachments' ) }
					/>
				</div>
				<PaperColumn paper={ preview?.document } isStale={ live.isStale } />
			</div>
			{ dialog === 'preview' && preview && input && (
				<PreviewDialog document={ preview.document } input={ input } onClose={ () => setDialog( null ) } />
			) }
			{ dialog === 'send' && invoice && (
				<SendDialog
					invoice={ invoice }
					isBusy={ saving.isBusy }
					failure={ refusal.failure }
					onSend={ ( invite, chosen ) => void send( invite, chosen ) }
					onClose={ closeSend }
				/>
			) }
		</Page>
	);
}
