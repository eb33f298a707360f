<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Admin\AdminPage;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\OneLine;
use Counterfoil\Emails\QueuedMail;

/** To the agency. data: title. */
final readonly class PortalPageGoneLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            __('Clients can’t reach their portal', 'counterfoil'),
            __('One of its pages isn’t published any more.', 'counterfoil'),
            __('Clients can’t reach their portal', 'counterfoil'),
            [
                /* translators: %s: title of a page */
                sprintf(__('The page “%s” isn’t published any more. Until it is back, clients can’t log in, view invoices or pay, and links in emails lead to a page that says so.', 'counterfoil'), OneLine::of($mail->text('title'))),
            ],
            [],
            new Button(__('Restore the portal pages', 'counterfoil'), AdminPage::url(PagesWatch::MENDED_AT))
        );
    }
}
