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
            __('One of its pages is no longer published.', 'counterfoil'),
            __('Clients can’t reach their portal', 'counterfoil'),
            [
                /* translators: %s: title of a page */
                sprintf(__('The page “%s” is no longer published. Until you restore it, clients can’t log in, view invoices or pay, and links in emails don’t work.', 'counterfoil'), OneLine::of($mail->text('title'))),
            ],
            [],
            new Button(__('Restore the portal pages', 'counterfoil'), AdminPage::url(PagesWatch::MENDED_AT))
        );
    }
}
