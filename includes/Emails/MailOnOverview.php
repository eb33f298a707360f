<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;

/** Mail that did not leave, on the overview. Silence would mean a client who was never told. */
final readonly class MailOnOverview
{
    /**
     * @param list<array{to: string, subject: string, error: string}> $problems
     * @return list<Notices>
     */
    public static function parts(array $problems): array
    {
        $items = array_map(static fn (array $one): Notice => new Notice($one['subject'], $one['to'], $one['error']), $problems);

        return $items === [] ? [] : [new Notices(
            'mail',
            /* translators: %d: number of mails */
            sprintf(_n('%d email couldn’t be sent.', '%d emails couldn’t be sent.', count($items), 'counterfoil'), count($items)),
            $items,
            __('Open the email log', 'counterfoil'),
            new Opens('/settings/emails')
        )];
    }
}
