<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Says whether one client is reminded at all. */
final readonly class ChangeReminders
{
    public function __construct(private Changes $changes, private ReminderRepository $reminders, private ClientRepository $clients)
    {
    }

    /** @throws DomainError 404 */
    public function handle(int $client_id, bool $is_on, Viewer $viewer): void
    {
        $client = $this->clients->get($client_id, $viewer);
        $this->changes->run($viewer->actor, function (Change $change) use ($client, $is_on): void {
            if ($this->reminders->except($client->id, ! $is_on)) {
                $change->event($is_on ? 'client.reminders_on' : 'client.reminders_off', [['client', $client->id]], $client->id, ['name' => $client->name]);
            }
        });
    }
}
