/** The part of Stripe's Appearance API that a brand needs. @see https://docs.stripe.com/elements/appearance-api */
export interface Appearance {
	theme?: 'stripe' | 'night' | 'flat';
	variables?: Record< string, string >;
	rules?: Record< string, Record< string, string > >;
	disableAnimations?: boolean;
}

const LIGHT: Record< string, string > = {
	colorPrimary: '#0570de',
	colorBackground: '#ffffff',
	colorText: '#30313d',
	colorTextSecondary: '#5f6270',
	colorTextPlaceholder: '#757680',
	colorDanger: '#c0123c',
	borderRadius: '5px',
	spacingUnit: '4px',
	fontFamily: 'system-ui, sans-serif',
	fontSizeBase: '16px',
	fontLineHeight: '1.4',
	inputBorder: '#8b8d99',
};

const THEMES: Record< string, Record< string, string > > = {
	stripe: {},
	flat: { colorBackground: '#f4f5f7', inputBorder: '#f4f5f7' },
	night: {
		colorPrimary: '#85d996',
		colorBackground: '#30313d',
		colorText: '#ffffff',
		colorTextSecondary: '#c9cbd4',
		colorTextPlaceholder: '#b1b3be',
		colorDanger: '#fe87a1',
		inputBorder: '#7d7f8c',
	},
};

/** The style sheet inside the element's shadow root; the page's own styles do not reach it, as with Stripe's frame. */
export function style_of( appearance: Appearance | undefined ): string {
	const values = { ...LIGHT, ...THEMES[ appearance?.theme ?? 'stripe' ], ...appearance?.variables };
	const variables = Object.entries( values )
		.map( ( [ name, value ] ) => `--${ name }:${ safe( value ) };` )
		.join( '' );
	const rules = Object.entries( appearance?.rules ?? {} ).map(
		( [ selector, style ] ) =>
			`${ selector.replace( /[{}<@]/g, '' ) }{${ Object.entries( style )
				.map( ( [ name, value ] ) => `${ kebab( name ) }:${ safe( value ) };` )
				.join( '' ) }}`
	);
	return `:host{display:block;${ variables }}${ BASE }${ rules.join( '' ) }`;
}

function safe( value: string ): string {
	return String( value ).replace( /[{};<]/g, '' );
}

function kebab( name: string ): string {
	return name.replace( /[A-Z]/g, ( one ) => `-${ one.toLowerCase() }` );
}

const BASE = `
*{box-sizing:border-box}
.Form{display:grid;grid-template-columns:1fr 1fr;gap:calc(var(--spacingUnit)*4) calc(var(--spacingUnit)*3);margin:0;
font-family:var(--fontFamily);font-size:var(--fontSizeBase);line-height:var(--fontLineHeight);color:var(--colorText)}
.Field{min-width:0}.Field--wide{grid-column:1/-1}
.Label{display:block;margin-bottom:var(--spacingUnit);font-size:.93em;color:var(--colorText)}
.Input{width:100%;min-height:2.75em;padding:calc(var(--spacingUnit)*3);font:inherit;color:var(--colorText);
background:var(--colorBackground);border:1px solid var(--inputBorder);border-radius:var(--borderRadius);outline:0}
.Input::placeholder{color:var(--colorTextPlaceholder);opacity:1}
.Input:focus{border-color:var(--colorPrimary);box-shadow:0 0 0 2px var(--colorPrimary)}
.Input--invalid{border-color:var(--colorDanger);color:var(--colorDanger)}
.Error{margin:var(--spacingUnit) 0 0;font-size:.93em;color:var(--colorDanger)}
.Error:empty{display:none}
.Methods{display:flex;flex-wrap:wrap;gap:calc(var(--spacingUnit)*2);margin:0 0 calc(var(--spacingUnit)*4);padding:0;border:0;font-family:var(--fontFamily);font-size:var(--fontSizeBase);color:var(--colorText)}
.Methods legend{padding:0;margin-bottom:var(--spacingUnit);font-size:.93em}
.Methods label{display:flex;align-items:center;gap:.5em;padding:.6em .9em;min-height:2.75em;border:1px solid var(--inputBorder);border-radius:var(--borderRadius)}
.Terms{grid-column:1/-1;margin:0;font-size:.85em;color:var(--colorTextSecondary)}
@media (max-width:20rem){.Form{grid-template-columns:1fr}}
`;
