import { __, sprintf } from '@wordpress/i18n';
import { useState } from '@wordpress/element';
import { type Business, type BusinessInput, businessInput } from '../../contract/business';
import { AddressFields } from '../../shared/form/address-fields';
import { boot } from '../../shared/boot';
import { Field } from '../../shared/form/field';
import { ImagePicker } from '../../shared/form/image-picker';
import { Loaded } from '../../shared/loaded';
import { useCommand, useRead } from '../../shared/store';
import { TextField } from '../../shared/form/text-field';
import { toast } from '../../shared/toasts';
import { WebAddressField } from '../../shared/form/web-address-field';
import { BrandPreview } from './brand-preview';
import { ColourField } from '../../shared/form/colour-field';
import { PlaceFields } from './place-fields';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import './settings.scss';

/** Who sells: on invoices, in mails, in the portal. */
export default function BusinessSettings() {
	return <Loaded read={ useRead( 'business.get', {} ) }>{ ( read ) => <BusinessForm initial={ read } /> }</Loaded>;
}

function valuesOf( business: Business ): BusinessInput {
	const { logo, text_on_colour: _text, contrast: _contrast, ...fields } = business;
	return { ...fields, logo_id: logo?.id ?? null };
}

function BusinessForm( { initial }: { readonly initial: Business } ) {
	const [ logo, setLogo ] = useState( initial.logo );
	const settings = useSettings( {
		initial,
		schema: businessInput,
		valuesOf,
		command: useCommand( 'business.update' ),
		request: ( body ) => ( { body } ),
		onSaved: ( { currency, timezone } ) => {
			// New invoices begin with these, without the page being loaded again.
			window.counterfoil = { ...boot(), currency, timezone };
			toast( __( 'Business profile saved.', 'counterfoil' ) );
		},
		onReset: ( stored ) => setLogo( stored.logo ),
	} );
	const { form } = settings;
	const { values, set, errorOf } = form;
	return (
		<SettingsForm button={ __( 'Save business profile', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Brand', 'counterfoil' ) }
				text={ __( 'Appears on invoices, in emails and in the portal.', 'counterfoil' ) }
			>
				<div className="counterfoil-settings__brand">
					<div className="counterfoil-form">
						<Field
							label={ __( 'Logo', 'counterfoil' ) }
							help={ __(
								'PNG, JPEG or WebP, ideally with a white or transparent background.',
								'counterfoil'
							) }
							error={ errorOf( 'logo_id' ) }
						>
							<ImagePicker
								title={ __( 'Choose a logo', 'counterfoil' ) }
								types={ [ 'image/png', 'image/jpeg' ] }
								image={ logo }
								onChange={ ( chosen ) => {
									setLogo( chosen && { ...chosen } );
									set( { logo_id: chosen?.id ?? null } );
								} }
							/>
						</Field>
						<ColourField
							label={ __( 'Brand color', 'counterfoil' ) }
							warning={ ( ratio ) =>
								sprintf(
									/* translators: %s: contrast as a number, "2.1" */
									__(
										'This color’s contrast on white is %s:1, but text needs 4.5:1. Buttons use this color; links and headings use a darker shade.',
										'counterfoil'
									),
									ratio
								)
							}
							{ ...form.field( 'colour' ) }
						/>
					</div>
					<BrandPreview name={ values.name } logo={ logo } colour={ values.colour } />
				</div>
			</Section>
			<Section
				title={ __( 'Business', 'counterfoil' ) }
				text={ __( 'Appears on every invoice. Sent invoices don’t change.', 'counterfoil' ) }
			>
				<TextField label={ __( 'Name', 'counterfoil' ) } { ...form.field( 'name' ) } />
				<div className="counterfoil-form__row">
					<TextField
						label={ __( 'Email', 'counterfoil' ) }
						help={ __( 'Replies go to this address.', 'counterfoil' ) }
						type="email"
						{ ...form.field( 'email' ) }
					/>
					<TextField
						label={ __( 'Phone (optional)', 'counterfoil' ) }
						type="tel"
						{ ...form.field( 'phone' ) }
					/>
				</div>
				<div className="counterfoil-form__row">
					<WebAddressField
						label={ __( 'Website (optional)', 'counterfoil' ) }
						{ ...form.field( 'website' ) }
					/>
					<TextField label={ __( 'Tax ID (optional)', 'counterfoil' ) } { ...form.field( 'tax_id' ) } />
				</div>
			</Section>
			<Section title={ __( 'Address', 'counterfoil' ) }>
				<AddressFields address={ form.part( 'address' ) } />
			</Section>
			<Section
				title={ __( 'Location and language', 'counterfoil' ) }
				text={ __( 'Defaults for new clients and invoices.', 'counterfoil' ) }
			>
				<PlaceFields business={ form } />
			</Section>
		</SettingsForm>
	);
}
