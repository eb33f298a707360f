<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\MessageView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-card cf-message">
    <p><?php echo Html::escape($view->text); ?></p>
    <?php if ($view->link_url !== '') : ?>
        <p><a class="cf-button" href="<?php echo esc_url($view->link_url); ?>"><?php echo Html::escape($view->link_label); ?></a></p>
    <?php endif; ?>
    <?php if ($view->log_out_url !== '') : ?>
        <form method="post" action="<?php echo esc_url($view->log_out_url); ?>">
            <input type="hidden" name="counterfoil_form" value="log-out">
            <button class="cf-button" type="submit"><?php esc_html_e('Log out', 'counterfoil'); ?></button>
        </form>
    <?php endif; ?>
</div>
