<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Portals\PortalUrls;

/** To a client whose portal access was suspended and is not any more. */
final readonly class AccessRestoredLetter implements CustomisableLetter
{
    public function __construct(private PortalUrls $urls)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Portal access restored', 'counterfoil'), __('Sent when a client whose portal access was suspended can use the portal again.', 'counterfoil'), true, []);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $news = __('Your portal access is restored', 'counterfoil');

        return new Letter(
            $news,
            __('You can use the client portal again.', 'counterfoil'),
            $news,
            [Greeting::of($mail), __('You can use the client portal again.', 'counterfoil')],
            [],
            $this->urls->has_portal_page($letterhead->portal) ? new Button(__('Open the portal', 'counterfoil'), $this->urls->portal($letterhead->portal)) : null,
            [Greeting::questions()]
        );
    }
}
