import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { type ProxyHeader, type Visitors, visitorsInput } from '../../contract/visitors';
import { SelectField } from '../../shared/form/select-field';
import { TextArea } from '../../shared/form/text-area';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

interface Values {
	header: ProxyHeader;
	/** One a line, as they are typed. */
	proxies: string;
}

/** How visitors are told apart when logins are slowed down. */
export default function SecuritySettings() {
	return <Loaded read={ useRead( 'visitors.get', {} ) }>{ ( read ) => <ProxyForm initial={ read } /> }</Loaded>;
}

function ProxyForm( { initial }: { readonly initial: Visitors } ) {
	const settings = useSettings( {
		initial,
		schema: visitorsInput,
		valuesOf: ( { header, proxies } ): Values => ( { header, proxies: proxies.join( '\n' ) } ),
		command: useCommand( 'visitors.update' ),
		request: ( { header, proxies } ) => ( { body: { header, proxies: lines( proxies ) } } ),
		onSaved: () => toast( __( 'Security settings saved.', 'counterfoil' ) ),
	} );
	const { form, stored } = settings;
	const { header, proxies } = form.values;
	const isRemoteMissing = header !== 'none' && ! lines( proxies ).includes( stored.remote );
	return (
		<SettingsForm button={ __( 'Save security settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Proxy', 'counterfoil' ) }
				text={ __(
					'Login attempts are limited by IP address. Behind a proxy or load balancer, all visitors appear to have the same address. Choose the header that contains the real one.',
					'counterfoil'
				) }
			>
				<SelectField
					label={ __( 'Visitor IP address', 'counterfoil' ) }
					help={ seen( stored ) }
					options={ headers() }
					value={ header }
					error={ form.errorOf( 'header' ) }
					onChange={ ( chosen ) => form.set( { header: chosen } ) }
				/>
				{ header !== 'none' && (
					<TextArea
						label={ __( 'Proxy IP addresses', 'counterfoil' ) }
						help={ __(
							'One address or range per line, for example 192.0.2.10 or 10.0.0.0/8. The header is only trusted from these addresses.',
							'counterfoil'
						) }
						rows={ 5 }
						{ ...form.field( 'proxies' ) }
					/>
				) }
				{ isRemoteMissing && (
					<div>
						<Button
							variant="secondary"
							onClick={ () =>
								form.set( { proxies: [ ...lines( proxies ), stored.remote ].join( '\n' ) } )
							}
							__next40pxDefaultSize
						>
							{ addRemote( stored.remote ) }
						</Button>
					</div>
				) }
			</Section>
		</SettingsForm>
	);
}

const lines = ( typed: string ): string[] => typed.split( /[\s,]+/ ).filter( ( one ) => one !== '' );

const headers = (): ReadonlyArray< { code: ProxyHeader; name: string } > => [
	{ code: 'none', name: __( 'Direct connection (no proxy)', 'counterfoil' ) },
	{ code: 'x-forwarded-for', name: 'X-Forwarded-For' },
	{ code: 'cf-connecting-ip', name: 'CF-Connecting-IP (Cloudflare)' },
	{ code: 'x-real-ip', name: 'X-Real-IP' },
	{ code: 'true-client-ip', name: 'True-Client-IP' },
];

function seen( { address, seen: found }: Visitors ): string {
	/* translators: %s: IP address */
	const yours = sprintf( __( 'Your address is detected as %s.', 'counterfoil' ), address );
	if ( found.length === 0 ) {
		return yours;
	}
	const named = found.map( ( { header, value } ) => `${ header }: ${ value }` ).join( '; ' );
	/* translators: %s: headers with their values, "x-forwarded-for: 192.0.2.7" */
	return `${ yours } ${ sprintf( __( 'Your request has these headers: %s.', 'counterfoil' ), named ) }`;
}

const addRemote = ( address: string ) =>
	/* translators: %s: IP address */
	sprintf( __( 'Add %s (where your request came from)', 'counterfoil' ), address );
