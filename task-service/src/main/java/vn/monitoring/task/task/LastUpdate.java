package vn.monitoring.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/// The newest progress update of a task, in the reporter's words.
///
/// @param asOf the day it speaks of
/// @param difficulty "không có" when there is none
@Embeddable
public record LastUpdate(
        @Column(name = "update_as_of") LocalDate asOf,
        @Column(name = "update_status") String status,
        @Column(name = "update_result") String result,
        @Column(name = "update_difficulty") String difficulty,
        @Column(name = "update_next_step") String nextStep) {}
