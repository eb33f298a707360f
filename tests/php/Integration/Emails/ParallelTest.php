<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

final class ParallelTest extends CommittingTestCase
{
    public function test_several_workers_send_each_mail_once(): void
    {
        $outbox = Plugin::instance()->module(EmailsModule::class)->outbox();
        $everybody = array_map(static fn (int $number): string => sprintf('person%02d@client.test', $number), range(1, 20));
        foreach ($everybody as $recipient) {
            $outbox->leave(new Mail('password_changed', "parallel:{$recipient}", $recipient, '', ''));
        }

        $answers = Processes::parallel(4, __DIR__ . '/send-mail.php', []);

        self::assertSame(array_fill(0, 4, null), array_column($answers, 'error'));
        $written_to = array_merge(...array_column($answers, 'result'));
        sort($written_to);
        self::assertSame($everybody, $written_to);
    }
}
