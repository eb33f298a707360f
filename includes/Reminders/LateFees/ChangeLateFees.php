<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Says whether one client is asked for late fees at all. */
final readonly class ChangeLateFees
{
    public function __construct(private Changes $changes, private LateFeeRepository $fees, private ClientRepository $clients)
    {
    }

    /** @throws DomainError 404 */
    public function handle(int $client_id, bool $is_on, Viewer $viewer): void
    {
        $client = $this->clients->get($client_id, $viewer);
        $this->changes->run($viewer->actor, function (Change $change) use ($client, $is_on): void {
            if ($this->fees->except($client->id, ! $is_on)) {
                $change->event($is_on ? 'client.late_fees_on' : 'client.late_fees_off', [['client', $client->id]], $client->id, ['name' => $client->name]);
            }
        });
    }
}
