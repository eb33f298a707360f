<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Portals\PortalUrls;

final readonly class PasswordChangedLetter implements LetterWriter
{
    public function __construct(private PortalUrls $urls)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Your password for %s was changed', 'counterfoil'), $letterhead->name()),
            __('If this was you, you don’t need to do anything.', 'counterfoil'),
            __('Your password was changed', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('The password for your account at %s was just changed, and all other devices were logged out.', 'counterfoil'), $letterhead->name()),
                __('If this was you, you don’t need to do anything. If not, choose a new password now and let us know by replying to this email.', 'counterfoil'),
            ],
            [],
            new Button(__('It wasn’t me', 'counterfoil'), $this->urls->login($letterhead->portal, ['form' => 'forgotten']))
        );
    }
}
