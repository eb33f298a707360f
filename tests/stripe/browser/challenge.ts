import { style_of } from './appearance';
import { words_for } from './words';

/** Asks for 3-D Secure in a dialog over the page; closing it is failing. */
export function ask( locale: string | undefined ): Promise< 'complete' | 'fail' > {
	const words = words_for( locale );
	const host = document.createElement( 'div' );
	const root = host.attachShadow( { mode: 'open' } );
	const style = document.createElement( 'style' );
	style.textContent = style_of( undefined ) + DIALOG;
	const dialog = document.createElement( 'dialog' );
	dialog.setAttribute( 'aria-labelledby', 'title' );
	dialog.setAttribute( 'aria-describedby', 'text' );
	const title = document.createElement( 'h2' );
	Object.assign( title, { id: 'title', textContent: words.challenge } );
	const text = document.createElement( 'p' );
	Object.assign( text, { id: 'text', textContent: words.challenge_text } );
	const complete = document.createElement( 'button' );
	Object.assign( complete, { type: 'button', className: 'primary', textContent: words.complete } );
	const fail = document.createElement( 'button' );
	Object.assign( fail, { type: 'button', textContent: words.fail } );
	const buttons = document.createElement( 'div' );
	buttons.className = 'buttons';
	buttons.append( complete, fail );
	dialog.append( title, text, buttons );
	root.append( style, dialog );
	document.body.append( host );
	dialog.showModal();
	return new Promise( ( done ) => {
		const end = ( outcome: 'complete' | 'fail' ) => {
			host.remove();
			done( outcome );
		};
		complete.addEventListener( 'click', () => end( 'complete' ) );
		fail.addEventListener( 'click', () => end( 'fail' ) );
		dialog.addEventListener( 'cancel', () => end( 'fail' ) );
	} );
}

const DIALOG = `
dialog{max-width:min(26rem,calc(100vw - 2rem));padding:1.5rem;border:0;border-radius:12px;color:#1d2327;background:#fff;
font:16px/1.5 system-ui,sans-serif;box-shadow:0 12px 48px rgba(0,0,0,.3)}
dialog::backdrop{background:rgba(20,24,32,.55)}
h2{margin:0 0 .5rem;font-size:1.2rem}
p{margin:0 0 1.25rem}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem}
button{font:inherit;font-weight:600;padding:.6rem 1rem;min-height:2.75rem;border-radius:8px;border:1px solid #8c8f94;background:#fff;color:#1d2327;cursor:pointer}
button.primary{background:#1d4ed8;border-color:#1d4ed8;color:#fff}
button:focus-visible{outline:3px solid #93b4ff;outline-offset:2px}
`;
