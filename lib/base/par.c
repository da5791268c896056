#include "kin/base/par.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

struct job {
	size_t		 count;
	void		(*each)(void *ctx, size_t piece, int thread);
	void		*ctx;
	atomic_size_t	 next;
};

struct hand {
	struct job	*job;
	int		 number;
	pthread_t	 thread;
};

int
kin_par_threads(int asked)
{
	long cores = asked > 0 ? asked : sysconf(_SC_NPROCESSORS_ONLN);

	return cores < 1 ? 1 : cores > KIN_PAR_MOST ? KIN_PAR_MOST : (int)cores;
}

static void *
work(void *arg)
{
	struct hand *hand = arg;
	struct job *job = hand->job;
	size_t piece;

	while ((piece = atomic_fetch_add(&job->next, 1)) < job->count)
		job->each(job->ctx, piece, hand->number);
	return NULL;
}

void
kin_par(int threads, size_t count, void (*each)(void *ctx, size_t piece, int thread), void *ctx)
{
	struct job job = { .count = count, .each = each, .ctx = ctx };
	struct hand hands[KIN_PAR_MOST];
	int most = kin_par_threads(threads), started = 1;

	if ((size_t)most > count)
		most = count > 0 ? (int)count : 1;
	for (; started < most; started++) {
		hands[started] = (struct hand){ .job = &job, .number = started };
		if (pthread_create(&hands[started].thread, NULL, work, &hands[started]) != 0)
			break;
	}
	hands[0] = (struct hand){ .job = &job };
	work(&hands[0]);
	for (int i = 1; i < started; i++)
		pthread_join(hands[i].thread, NULL);
}

struct turns {
	void		(*each)(void *ctx, size_t piece, int thread);
	void		(*take)(void *ctx, size_t piece, int thread);
	void		*ctx;
	size_t		 next;		/* the piece whose turn it is */
	pthread_mutex_t	 lock;
	pthread_cond_t	 moved;
};

static void
in_turn(void *ctx, size_t piece, int thread)
{
	struct turns *turns = ctx;

	turns->each(turns->ctx, piece, thread);
	pthread_mutex_lock(&turns->lock);
	while (turns->next != piece)
		pthread_cond_wait(&turns->moved, &turns->lock);
	pthread_mutex_unlock(&turns->lock);
	turns->take(turns->ctx, piece, thread);
	pthread_mutex_lock(&turns->lock);
	turns->next++;
	pthread_cond_broadcast(&turns->moved);
	pthread_mutex_unlock(&turns->lock);
}

void
kin_par_in_order(int threads, size_t count, void (*each)(void *ctx, size_t piece, int thread),
    void (*take)(void *ctx, size_t piece, int thread), void *ctx)
{
	struct turns turns = { .each = each, .take = take, .ctx = ctx,
	    .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER };

	kin_par(threads, count, in_turn, &turns);
	pthread_cond_destroy(&turns.moved);
	pthread_mutex_destroy(&turns.lock);
}
